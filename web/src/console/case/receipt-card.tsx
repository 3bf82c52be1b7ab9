/** A receipt to be read out or copied, in groups of four. It is the survivor's. */
export function ReceiptCard({ receipt }: { readonly receipt: { readonly latin: string; readonly khmer: string } }) {
  return (
    <div class="card receipt-card">
      <p lang="en">{receipt.latin}</p>
      <p lang="km">{receipt.khmer}</p>
    </div>
  );
}
