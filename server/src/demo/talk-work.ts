import { readConversation, sendMessage } from '@romduol/shared/api/conversation';
import type { CaseId } from '@romduol/shared/ids';
import { openConversation } from '@romduol/shared/sealing/conversation';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import type { ReceiptKeys } from '@romduol/shared/sealing/receipt';
import { answer } from '@romduol/web/desk/conversation';
import type { Desk } from '@romduol/web/desk/desk';
import { openOutgoing } from '@romduol/web/desk/outgoing-files';
import { prepareFiles } from '@romduol/web/enhance/prepare-files';
import { openTalk } from '@romduol/web/enhance/return-talk';
import { nextReply, sealReply } from '@romduol/web/enhance/seal-reply';
import { announceByReceipt, startUpload } from '@romduol/web/enhance/upload-files';
import { VOICE } from '@romduol/web/pages/form-fields';
import { drawMap } from './material/draw-map.ts';
import type { Exchange } from './material/talks.ts';
import type { Line } from './member-desks.ts';
import { sampleTone } from './site-work.ts';

/** A caseworker's side of an exchange, by what the console calls. */
export async function writeToReporter(
  desk: Desk,
  { sendBytes }: Pick<Line, 'sendBytes'>,
  caseId: CaseId,
  { team, map }: Exchange,
): Promise<void> {
  if (map === undefined) {
    await answer(desk, caseId, team);
    return;
  }
  const outgoing = openOutgoing(sendBytes);
  const { id } = await outgoing.prepare([new File([drawMap()], 'map.png')], false);
  await answer(desk, caseId, team, { prepared: outgoing.prepared(id), handIn: outgoing.handIn });
}

/** The reporter's side, by what the return page calls. */
export async function writeToTeam(
  { call, sendBytes }: Line,
  { keys, keyring }: { readonly keys: ReceiptKeys; readonly keyring: Keyring },
  { reporter }: Exchange,
): Promise<void> {
  if (reporter === null) return;
  const { lookup } = keys;
  const { sealed } = await call(readConversation, { body: { lookup } });
  const found = openConversation(lookup, sealed);
  if (found === null) throw new Error('a sample receipt opens nothing');
  const talk = openTalk(keys, found, keyring);
  const voice =
    reporter.voice === true ? [[VOICE, new File([new Uint8Array(sampleTone())], 'voice.wav')] as const] : [];
  const { notes, files } = await prepareFiles(voice);
  const message = sealReply(talk, reporter.words, { attachments: notes });
  await call(sendMessage, { body: { lookup, message } });
  if (files.length === 0) return;
  await new Promise<void>((resolve, reject) => {
    startUpload(
      {
        caseId: found.caseId,
        key: nextReply(talk).key,
        announcement: announceByReceipt(lookup, message.counter),
        files,
      },
      {
        send: sendBytes,
        tell({ state }) {
          if (state === 'stored') resolve();
          if (state === 'failed') reject(new Error('a sample file was not taken'));
        },
      },
    );
  });
}
