import { accountsId } from '@accord/funding/application';
import { nameBasedId } from '@accord/shared/commands-store';

describe('The accounts of an area', () => {
  it('are one stream, whose id is made by its name', () => {
    expect(accountsId).toBe(nameBasedId('accounts'));
  });
});
