import { remoteKeys } from './remote-keys';

describe('The address of an issuer’s keys', () => {
  it.each(['http://issuer.example/keys', 'file:///etc/keys', 'ftp://localhost/keys'])('is refused without https: %s', (address) => {
    expect(() => remoteKeys(address)).toThrow('token-keys-not-https');
  });
  it.each(['https://issuer.example/keys', 'http://localhost:8080/keys', 'http://[::1]/keys'])('is taken: %s', (address) => {
    expect(remoteKeys(address)).toBeInstanceOf(Function);
  });
});
