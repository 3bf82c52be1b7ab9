const TURNS = [0, 120, 240] as const;

/** The romduol: three thick outer petals, three darker ones folded inward between them. Decoration only. */
export function Flower() {
  return (
    <svg viewBox="-9 -9 18 18" aria-hidden="true" stroke="#1b4d38" stroke-width=".6" stroke-linejoin="round">
      <defs>
        <path id="p" d="M0 0C-7-1.500-4.500-6.500 0-8.600C4.500-6.500 7-1.500 0 0Z" />
      </defs>
      <g fill="#f5dc85">
        {TURNS.map((turn) => (
          <use key={turn} href="#p" transform={`rotate(${turn})`} />
        ))}
      </g>
      <g fill="#e9bf4d" transform="scale(.58)">
        {TURNS.map((turn) => (
          <use key={turn} href="#p" transform={`rotate(${turn + 60})`} />
        ))}
      </g>
    </svg>
  );
}
