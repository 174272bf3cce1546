import type { ReactNode } from 'react';
import { Shape, type Tone } from './Shape';
import './StateTag.css';

type Props = {
  readonly tone: Tone;
  readonly word: string;
  /** Since when, by whom, under which clause: said after the word where there is room. */
  readonly since?: ReactNode;
  readonly boxed?: boolean;
};

/** A state: shape, word and, where given, since when and on what ground. */
export function StateTag({ tone, word, since, boxed = false }: Props) {
  return (
    <span className={`state tone-${tone}${boxed ? ' state-boxed' : ''}`}>
      <Shape tone={tone} />
      <span>{word}</span>
      {since === undefined ? null : <span className="state-since">{since}</span>}
    </span>
  );
}
