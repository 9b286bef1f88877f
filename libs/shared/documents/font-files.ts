import { readFile } from 'node:fs/promises';

/** The cuts of Noto Sans in which documents are set. */
export type Face = 'regular' | 'bold' | 'italic';
export const faces: readonly Face[] = ['regular', 'bold', 'italic'];

export type FontFiles = Readonly<Record<Face, Buffer>>;

let read: Promise<FontFiles> | undefined;

/** The font files, read once, when the first PDF needs them. A failed reading is tried again by the next PDF. */
export function fontFiles(): Promise<FontFiles> {
  read ??= readFonts().catch((error: unknown) => {
    read = undefined;
    throw error;
  });
  return read;
}

async function readFonts(): Promise<FontFiles> {
  const [regular, bold, italic] = await Promise.all([
    readFile(require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    readFile(require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
    readFile(require.resolve('@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf')),
  ]);
  return { regular, bold, italic };
}
