import { expect, it } from 'vitest';
import { placeWithin } from './placeWithin';

it('after signing in one goes back to a place of this application', () => {
  expect(placeWithin('/products/P37?rows=use')).toBe('/products/P37?rows=use');
});

it('and never to another site, to script or round in a circle', () => {
  for (const wanted of [
    null,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'products',
    '/sign-in?to=/',
  ]) {
    expect(placeWithin(wanted)).toBe('/');
  }
});
