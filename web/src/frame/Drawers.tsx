import { lazy, Suspense } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useDrawerPlace } from '../ui/place';

const MandateDrawer = lazy(() => import('../mandate/MandateDrawer'));
const ItemDrawer = lazy(() => import('../catalogue/ItemDrawer'));
const EntriesDrawer = lazy(() => import('../evidence/EntriesDrawer'));

/** The drawer the address asks for, over whatever page is open. */
export function Drawers() {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const place = useDrawerPlace();
  const close = () => void navigate(place({}));
  const link = parameters.get('link');
  const item = parameters.get('item');
  return (
    <Suspense>
      {link ? <MandateDrawer key={link} id={link} onClose={close} /> : null}
      {item ? <ItemDrawer key={item} id={item} onClose={close} /> : null}
      {parameters.has('rows') ? <EntriesDrawer key={parameters.toString()} onClose={close} /> : null}
    </Suspense>
  );
}
