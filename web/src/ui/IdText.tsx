import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './IdText.css';

type Props = {
  readonly value: string;
  /** Digits or letters per group; grouping is drawn by gaps, so that copying gives the value whole. */
  readonly group?: number;
  /** For long hashes: show only so many characters at each end; copying still gives all. */
  readonly ends?: number;
};

/** An id or a hash: monospace, grouped, copied whole. */
export function IdText({ value, group = 0, ends }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const cut = ends !== undefined && value.length > ends * 2 + 1;
  const shown = cut ? `${value.slice(0, ends)}\u2026${value.slice(-ends)}` : value;

  async function copy() {
    await navigator.clipboard?.writeText(value);
    setCopied(true);
  }

  return (
    <span className="id-text">
      <span className="mono" title={cut ? value : undefined}>
        {group > 0 ? groupsOf(shown, group).map((part, at) => <span key={at}>{part}</span>) : shown}
      </span>
      <button type="button" className="link small" onClick={() => void copy()}>
        {copied ? t('action.copied') : t('action.copy')}
      </button>
    </span>
  );
}

function groupsOf(value: string, length: number): string[] {
  return value.match(new RegExp(`.{1,${length}}`, 'gs')) ?? [];
}
