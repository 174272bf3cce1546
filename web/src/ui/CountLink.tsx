import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type DrawerParameters, useDrawerPlace } from './place';

type Props = {
  /** Where its rows are: a drawer over this page, or another page. */
  readonly to: DrawerParameters | string;
  readonly children?: ReactNode;
  readonly label?: string;
  readonly className?: string;
};

/** A figure that opens to the rows behind it. */
export function CountLink({ to, children, label, className }: Props) {
  const place = useDrawerPlace();
  return (
    <Link to={typeof to === 'string' ? to : place(to)} aria-label={label} className={className}>
      {children}
    </Link>
  );
}
