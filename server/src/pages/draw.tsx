import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** A whole document of a page. */
export const draw = (page: VNode): string => `<!doctype html>${render(page)}`;
