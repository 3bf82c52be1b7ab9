import type { CATEGORY } from '@romduol/shared/codebook/codes';

/** One line drawing for each answer to "What happened?", for those who read with difficulty. 24 units square. */
const DRAWINGS: Readonly<Record<(typeof CATEGORY)[number], string>> = {
  physical: 'M12 3l2 6 6-2-4 5 4 5-6-2-2 6-2-6-6 2 4-5-4-5 6 2z',
  sexual: 'M12 3a3 3 0 1 0 .1 0M7 21v-7a5 5 0 0 1 10 0v7M4 4l16 16',
  emotional_threat: 'M4 4h16v12H10l-5 4v-4H4zM12 7v4M12 13.4v.1',
  forced_marriage: 'M9 10a5 5 0 1 0 .1 0M15 10a5 5 0 1 0 .1 0M10 3h4l1 2-3 3-3-3z',
  confined_or_cured: 'M6 11h12v10H6zM8 11V8a4 4 0 0 1 8 0v3M12 15v3',
  disowned_evicted: 'M3 11l7-7 7 7M5 9v11h10M12 15h9M18 12l3 3-3 3',
  partner_violence: 'M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11zM12 8l-2 4 4 2-2 4',
  online_or_outing: 'M7 2h10v20H7zM11 19h2M9 10s1-2 3-2 3 2 3 2-1 2-3 2-3-2-3-2z',
  discrimination_family: 'M8 6a2 2 0 1 0 .1 0M16 6a2 2 0 1 0 .1 0M4 20v-5a4 4 0 0 1 8 0v5M12 15a4 4 0 0 1 8 0v5',
  discrimination_health: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  discrimination_education: 'M4 5c3-1 6-1 8 1 2-2 5-2 8-1v14c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v14',
  discrimination_work: 'M3 8h18v12H3zM9 8V5h6v3M3 13h18',
  discrimination_finance: 'M3 6h18v12H3zM12 9a3 3 0 1 0 .1 0M6 9v.1M18 15v.1',
  discrimination_housing: 'M3 12l9-8 9 8M6 10v10h12V10M10 20v-6h4v6',
  discrimination_public_service: 'M3 9l9-5 9 5zM5 9v9M10 9v9M14 9v9M19 9v9M3 20h18',
  official_abuse: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM12 8v5M12 16v.1',
  money_demanded: 'M12 2a4 4 0 1 0 .1 0M12 4v4M3 15c4-2 6 0 9 1h5l4-3M3 21h10l8-6',
  other: 'M6 12v.1M12 12v.1M18 12v.1',
};

/** Nothing for a code without a drawing. The words beside it say the same, so it is silent for screen readers. */
export function Pictogram({ code }: { readonly code: string }) {
  const drawing = (DRAWINGS as Readonly<Record<string, string>>)[code];
  return drawing === undefined ? null : (
    <svg class="p" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawing} />
    </svg>
  );
}
