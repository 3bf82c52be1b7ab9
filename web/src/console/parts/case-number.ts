import type { CaseId } from '@romduol/shared/ids';

/** How people name a case to each other: the first eight digits of its id, in two groups. */
export function caseNumber(caseId: CaseId): string {
  return `${caseId.slice(0, 4)}-${caseId.slice(4, 8)}`.toUpperCase();
}
