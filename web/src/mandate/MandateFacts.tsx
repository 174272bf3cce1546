import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mandate } from '../api/model';
import { useInstallation, useMaySeeEntries } from '../api/queries';
import { count, minute, useWords } from '../locales/format';
import { CountLink } from '../ui/CountLink';
import { IdText } from '../ui/IdText';
import { LevelBadge } from '../ui/LevelBadge';
import { Sealed } from '../ui/Sealed';
import { Zh } from '../ui/Zh';
import './mandate.css';
import type { Node } from './standing';

type Props = { readonly mandate: Mandate };

export function TermFacts({ mandate }: Props) {
  const { t } = useTranslation();
  const { day } = useWords();
  const { term } = mandate;
  return (
    <section className="section">
      <h2>{t('mandate.facts')}</h2>
      <dl className="facts">
        <dt>{t('mandate.number')}</dt>
        <dd>
          <IdText value={mandate.id} />
        </dd>
        <dt>{t('mandate.parties')}</dt>
        <dd>
          <Zh>{mandate.grantor.name}</Zh> → <Zh>{mandate.grantee.name}</Zh>
        </dd>
        <dt>{t('mandate.term')}</dt>
        <dd>
          {t('mandate.fromTo', { from: day(term.from), lastDay: day(term.lastDay) })}{' '}
          <span className={term.runningOut ? 'tone-warn nowrap' : 'quiet nowrap'}>
            {t('mandate.daysLeft', { count: term.daysLeft, days: count(term.daysLeft) })}
          </span>
        </dd>
        <dt>{t('sealed.label')}</dt>
        <dd>
          <Sealed index={mandate.sealedIndex} />
        </dd>
      </dl>
    </section>
  );
}

/** Uses and refusals of the day, and what is left of the quota; each figure opens to its rows. */
export function Uses({ node }: { readonly node: Node }) {
  const { t } = useTranslation();
  const date = useInstallation().data?.legalDate;
  const { uses, refusals } = node;
  const counted = useMaySeeEntries();
  const { quota, id } = node.mandate;
  const today = date === undefined ? {} : { date };
  return (
    <section className="section">
      <h2>{t('mandate.use')}</h2>
      <dl className="facts">
        {counted ? (
          <>
            <dt>{t('mandate.today')}</dt>
            <dd>
              <CountLink to={{ rows: 'use', mandate: id, ...today }}>
                {t('mandate.uses', { count: uses, uses: count(uses) })}
              </CountLink>
              {' \u00b7 '}
              <CountLink to={{ rows: 'refusal', mandate: id, ...today }}>
                {t('mandate.refusals', { count: refusals, refusals: count(refusals) })}
              </CountLink>
            </dd>
          </>
        ) : null}
        <dt>{t('mandate.quota')}</dt>
        <dd>
          {quota ? (
            <>
              {t('mandate.quotaUsed', { used: count(quota.used), limit: count(quota.limit) })}
              <meter
                className="quota"
                min={0}
                max={quota.limit}
                value={quota.used}
                aria-label={t('mandate.quota')}
              />
            </>
          ) : (
            <span className="quiet">{t('mandate.noQuota')}</span>
          )}
        </dd>
      </dl>
    </section>
  );
}

export function Contract({ mandate }: Props) {
  const { t } = useTranslation();
  const { contractHash, signatures, document } = mandate;
  return (
    <section className="section">
      <h2>{t('mandate.contract')}</h2>
      <dl className="facts">
        {document ? (
          <>
            <dt>{t('mandate.document')}</dt>
            <dd>
              <Zh>
                {document.title} {document.number}
              </Zh>{' '}
              <span className="quiet nowrap">{document.date}</span>
            </dd>
            <dt>{t('mandate.documentHash')}</dt>
            <dd>
              <IdText value={document.sha256} ends={8} />
            </dd>
          </>
        ) : null}
        <dt>{t('mandate.contractHash')}</dt>
        <dd>
          <IdText value={contractHash} ends={8} />
        </dd>
        {signatures.map((signature) => (
          <Fragment key={signature.party.id}>
            <dt>{t('mandate.signed')}</dt>
            <dd>
              <Zh>{signature.party.name}</Zh> <span className="quiet nowrap">{minute(signature.at)}</span>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

export function ScopeFacts({ mandate }: Props) {
  const { t } = useTranslation();
  const { text } = useWords();
  const { scope } = mandate;
  return (
    <section className="section">
      <h2>
        {t('mandate.scope')} <small>{t('mandate.scopeLaw')}</small>
      </h2>
      <dl className="facts">
        <dt>{t('mandate.purposes')}</dt>
        <dd>{scope.purposes?.map(text).join(t('list.separator')) ?? t('mandate.any')}</dd>
        <dt>{t('mandate.forms')}</dt>
        <dd>
          {scope.forms?.map((form) => t(`delivery.${form}`)).join(t('list.separator')) ?? t('mandate.any')}
        </dd>
        <dt>{t('mandate.recipients')}</dt>
        <dd>
          {scope.recipients === null ? t('mandate.any') : null}
          <Zh>{scope.recipients?.map((party) => party.name).join('\u3001')}</Zh>
        </dd>
        <dt>{t('mandate.floor')}</dt>
        <dd>{scope.floor === null ? t('mandate.noFloor') : t('mandate.floorOf', { count: scope.floor })}</dd>
      </dl>
      <table className="plain mandate-items">
        <thead>
          <tr>
            <th>{t('catalogue.item')}</th>
            <th className="right">{t('mandate.columns')}</th>
            <th>{t('mandate.maximumLevel')}</th>
          </tr>
        </thead>
        <tbody>
          {scope.items.map((item) => (
            <tr key={item.item}>
              <td>
                <CountLink to={{ item: item.item }}>
                  <span className="mono">{item.item}</span> <Zh>{item.name}</Zh>
                </CountLink>
              </td>
              <td className="right" title={item.columns?.join(', ')}>
                {item.columns?.length ?? t('mandate.allColumns')}
              </td>
              <td>
                <LevelBadge level={item.maximumLevel} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
