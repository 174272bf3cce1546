/** The shape that goes with a state's colour, so that colour never speaks alone. */
export type Tone = 'ok' | 'warn' | 'stop' | 'overdue' | 'end' | 'draft';

export function Shape({ tone }: { readonly tone: Tone }) {
  return (
    <svg className={`shape tone-${tone}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {drawing(tone)}
    </svg>
  );
}

function drawing(tone: Tone) {
  switch (tone) {
    case 'ok':
      return <circle cx="6" cy="6" r="4.5" fill="currentColor" />;
    case 'warn':
      return (
        <>
          <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M6 1.8a4.2 4.2 0 0 0 0 8.4z" fill="currentColor" />
        </>
      );
    case 'stop':
      return <path d="M2.2 1.5h2.6v9H2.2zM7.2 1.500h2.600v9H7.200z" fill="currentColor" />;
    case 'overdue':
      return <path d="M6 1l5.200 9.500H.8z" fill="currentColor" />;
    case 'end':
      return <path d="M2 2h8v8H2z" fill="none" stroke="currentColor" strokeWidth="1.6" />;
    case 'draft':
      return (
        <circle
          cx="6"
          cy="6"
          r="4.2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="2.2 1.6"
        />
      );
  }
}
