import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { count } from '../locales/format';
import './FacetList.css';
import { toggled } from './facets';

export type Option = { readonly value: string; readonly label: ReactNode };

type Props = {
  readonly name: string;
  readonly title: string;
  readonly options: readonly Option[];
  readonly counts: ReadonlyMap<string, number>;
  readonly ticks: ReadonlySet<string>;
  /** Options shown before the rest is folded away; ticked ones are always shown. */
  readonly shown?: number;
};

/** One facet of a register: options as counts that one can tick. */
export function FacetList({ name, title, options, counts, ticks, shown = 8 }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [parameters, setParameters] = useSearchParams();
  const visible = options.filter((option, at) => all || at < shown || ticks.has(option.value));
  const rest = options.length - visible.length;
  return (
    <fieldset className="facet">
      <legend>
        {title} {options.length > shown ? <span className="quiet">{options.length}</span> : null}
      </legend>
      {visible.map(({ value, label }) => (
        <Checkbox
          key={value}
          checked={ticks.has(value)}
          onChange={() => setParameters(toggled(parameters, name, value), { replace: true })}
        >
          <span className="facet-label">{label}</span>
          <span className="facet-count">{count(counts.get(value) ?? 0)}</span>
        </Checkbox>
      ))}
      {rest > 0 || all ? (
        <button type="button" className="link small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('register.fewer') : t('register.more', { count: rest })}
        </button>
      ) : null}
    </fieldset>
  );
}
