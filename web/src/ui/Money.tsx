import { yuan } from '../locales/format';

/** An amount in fen, shown in yuan with two digits. */
export function Money({ fen }: { readonly fen: number }) {
  return <span className="nowrap">{yuan(fen)}</span>;
}
