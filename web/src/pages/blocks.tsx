import type { ComponentChildren } from 'preact';
import type { Block, Inline } from './markdown.ts';

type Level = 2 | 3 | 4 | 5 | 6;

/** A heading of a level that the page decides. */
export function Heading({ level, children }: { readonly level: number; readonly children: ComponentChildren }) {
  const Tag = `h${Math.min(6, level) as Level}` as const;
  return <Tag>{children}</Tag>;
}

/** A text's tree as elements. `level` is that of its first headings. */
export function Blocks({ blocks, level }: { readonly blocks: readonly Block[]; readonly level: number }) {
  return (
    <>
      {blocks.map((block, at) => (
        <OneBlock key={at} block={block} level={level} />
      ))}
    </>
  );
}

function OneBlock({ block, level }: { readonly block: Block; readonly level: number }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading level={level + block.rank}>
          <Inlines inside={block.inside} />
        </Heading>
      );
    case 'paragraph':
      return (
        <p>
          <Inlines inside={block.inside} />
        </p>
      );
    case 'line':
      return <Inlines inside={block.inside} />;
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.inside} level={level} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <Blocks blocks={item} level={level} />
        </li>
      ));
      return block.start === null ? (
        <ul>{items}</ul>
      ) : (
        <ol start={block.start === 1 ? undefined : block.start}>{items}</ol>
      );
    }
  }
}

function Inlines({ inside }: { readonly inside: readonly Inline[] }) {
  return (
    <>
      {inside.map((one, at) => (
        <OneInline key={at} one={one} />
      ))}
    </>
  );
}

function OneInline({ one }: { readonly one: Inline }) {
  switch (one.kind) {
    case 'text':
      return <>{one.text}</>;
    case 'break':
      return <br />;
    case 'em':
      return (
        <em>
          <Inlines inside={one.inside} />
        </em>
      );
    case 'strong':
      return (
        <b>
          <Inlines inside={one.inside} />
        </b>
      );
    case 'link':
      return (
        <a href={one.href} rel="noreferrer">
          <Inlines inside={one.inside} />
        </a>
      );
  }
}
