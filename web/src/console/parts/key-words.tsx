/** Words of a key, numbered, to be read aloud and compared one by one. */
export function KeyWords({ label, words }: { readonly label: string; readonly words: readonly string[] }) {
  return (
    <figure class="key-words">
      <figcaption>{label}</figcaption>
      <ol lang="en">
        {words.map((word, place) => (
          <li key={place}>{word}</li>
        ))}
      </ol>
    </figure>
  );
}
