import type { Access } from '@romduol/shared/api/contract';

const CASEWORK = ['caseworker', 'supervisor'] as const;
const OFFICE = ['administrator', 'supervisor'] as const;

/**
 * Who may call what, written down a second time and by hand, by role as the organisations' people know them: caseworkers and
 * supervisors have the cases; a publisher counts and releases; an advocate has releases and no case; an administrator members,
 * teams, settings and directory, and no case; an auditor the audit log only. What anybody who is signed in may call is about
 * themselves, or about keys.
 */
export const WHO_MAY: Readonly<Record<string, Access>> = {
  // Whoever reports, comes back with a receipt, is invited, signs in, or founds.
  'post /api/reports': 'public',
  'post /api/attachments': 'public',
  'post /api/conversation': 'public',
  'post /api/conversation/messages': 'public',
  'post /api/conversation/withdrawal': 'public',
  'post /api/conversation/withdrawal/undo': 'public',
  'get /api/keyring': 'public',
  'get /api/keyring/history': 'public',
  'get /api/keyring/keys': 'public',
  'get /api/site': 'public',
  'get /api/site/settings': 'public',
  'get /api/site/history': 'public',
  'get /api/statistics/releases': 'public',
  'post /api/invitations/reading': 'public',
  'post /api/invitations/answer': 'public',
  'post /api/accounts/founding': 'public',
  'post /api/accounts/parameters': 'public',
  'post /api/accounts/session': 'public',
  'post /api/accounts/factor': 'public',
  'post /api/accounts/factor/offer': 'public',
  'post /api/accounts/factor/confirmation': 'public',
  'post /api/accounts/factor/passkey': 'public',
  'post /api/accounts/factor/passkey/offer': 'public',
  'post /api/accounts/factor/passkey/confirmation': 'public',
  'post /api/accounts/recovery': 'public',
  'post /api/accounts/recovery/proof': 'public',
  'post /api/accounts/recovery/wrap': 'public',

  // One's own account, drafts and word; everybody's keys.
  'get /api/accounts/own': 'member',
  'delete /api/accounts/session': 'member',
  'get /api/accounts/factor': 'member',
  'post /api/accounts/factor/enrolment': 'member',
  'post /api/accounts/factor/removal': 'member',
  'post /api/accounts/passphrase': 'member',
  'put /api/accounts/passkeys/:id/name': 'member',
  'put /api/accounts/passkeys/:id/quick': 'member',
  'get /api/drafts': 'member',
  'put /api/drafts/:draftId': 'member',
  'delete /api/drafts/:draftId': 'member',
  'get /api/grants': 'member',
  'post /api/keyring/member-keys': 'member',
  'get /api/keyring/confirmation': 'member',
  'put /api/keyring/confirmation': 'member',
  'get /api/recovery/uses': 'member',

  // Cases.
  'get /api/cases': CASEWORK,
  'get /api/cases/:caseId': CASEWORK,
  'post /api/cases/:caseId/entries': CASEWORK,
  'post /api/cases/:caseId/epochs': CASEWORK,
  'delete /api/cases/:caseId/access': CASEWORK,
  'put /api/cases/:caseId/wrap': CASEWORK,
  'put /api/wraps': CASEWORK,
  'put /api/cases/:caseId/erasure': CASEWORK,
  'get /api/cases/:caseId/conversation': CASEWORK,
  'post /api/cases/:caseId/messages': CASEWORK,
  'post /api/cases/:caseId/attachments': CASEWORK,
  'post /api/acknowledgements': CASEWORK,
  'get /api/acknowledgements': CASEWORK,
  'delete /api/acknowledgements/:reference': CASEWORK,
  'post /api/reports/taken': CASEWORK,
  'get /api/notifications': CASEWORK,
  'put /api/notifications': CASEWORK,
  'post /api/statements': CASEWORK,
  'get /api/statements': CASEWORK,
  'post /api/statistics/records': CASEWORK,
  'get /api/statistics/records/own': CASEWORK,
  // With the organisation's recovery card in hand; how many there are, an administrator has to know before they renew it.
  'get /api/recovery/cases': OFFICE,
  'get /api/recovery/cases/:caseId': ['supervisor'],
  'post /api/recovery/cases/:caseId/epochs': ['supervisor'],

  // Whom one sends people to.
  'get /api/directory': ['caseworker', 'supervisor', 'advocate', 'administrator'],
  'post /api/directory': ['caseworker', 'supervisor', 'administrator'],
  'put /api/directory/:entryId': ['caseworker', 'supervisor', 'administrator'],
  // Keys of directory and records are given on by whoever has them.
  'post /api/grants': ['caseworker', 'supervisor', 'administrator', 'publisher'],

  // Counting and releasing.
  'get /api/statistics/records': ['publisher'],
  'get /api/statistics/records/lists': ['publisher'],
  'get /api/statistics/withdrawn': ['publisher'],
  'post /api/statistics/cohorts': ['publisher'],
  'get /api/statistics/cohorts': ['publisher', 'advocate', 'supervisor'],
  'post /api/statistics/releases': ['publisher'],
  'post /api/statistics/releases/:series/:kind/:cohort/signatures': ['publisher'],
  'get /api/statistics/releases/:series/:kind/:cohort/proposal': ['publisher'],

  // Members, teams, texts and settings; supervisors second, and shut out in an emergency.
  'post /api/keyring': ['administrator'],
  'post /api/keyring/proposals': ['administrator'],
  'get /api/keyring/proposals': OFFICE,
  'delete /api/keyring/proposals': OFFICE,
  'post /api/keyring/proposals/second': OFFICE,
  'get /api/keyring/suspensions': OFFICE,
  'put /api/keyring/suspensions/:member': OFFICE,
  'delete /api/keyring/suspensions/:member': OFFICE,
  'post /api/invitations': ['administrator'],
  'get /api/invitations': OFFICE,
  'delete /api/invitations/:id': ['administrator'],
  'post /api/accounts/factor/resets': OFFICE,
  'get /api/accounts/factor/resets': OFFICE,
  'post /api/accounts/factor/resets/:member/agreement': OFFICE,
  'delete /api/accounts/factor/resets/:member': OFFICE,
  'get /api/setup': ['administrator'],
  'post /api/site': ['administrator'],

  'get /api/audit': ['auditor'],
  'get /api/audit/chain': ['auditor'],
};

/** What the server answers under `/api` beside the contract, in bytes or without end; each has tests of its own. */
export const BESIDE_THE_CONTRACT = [
  'PUT /api/attachments/:object/:chunk',
  'POST /api/attachments/:object/:chunk',
  'GET /api/cases/:caseId/attachments/:object/:chunk',
  'GET /api/changes',
];
