import { type NoticeWish, readNotices, storeNotices } from '@romduol/shared/api/notifications';
import type { Answer } from '@romduol/shared/api/contract';
import type { Desk } from './desk.ts';

export type NoticesView = Answer<typeof readNotices>;

/** Whether the deployment sends mail, and where the member wishes to be told. */
export const showNotices = (desk: Desk): Promise<NoticesView> => desk.call(readNotices);

export async function saveNotices(desk: Desk, wish: NoticeWish | null): Promise<NoticesView> {
  await desk.call(storeNotices, { body: { wish } });
  return showNotices(desk);
}
