import catalogue from './catalogue.json';
import common from './common.json';
import evidence from './evidence.json';
import home from './home.json';
import mandate from './mandate.json';
import market from './market.json';
import product from './product.json';
import receipt from './receipt.json';
import session from './session.json';
import calling from './try.json';

export default {
  ...common,
  catalogue,
  evidence,
  home,
  mandate,
  market,
  product,
  receipt,
  session,
  try: calling,
};
