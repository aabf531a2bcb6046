/** Words joined by hyphens that name an item by its title: `any-other-business`. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['item']).slice(0, 8).join('-');
}
