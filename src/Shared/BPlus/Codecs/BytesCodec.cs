namespace Qiansi.BPlus.Codecs;

/// <summary>Bytes as they are; a prefix comes before what it begins.</summary>
internal sealed class BytesCodec : Codec<byte[]>
{
    public override DataKind Kind => DataKind.Bytes;

    public override int Length(byte[] value) => value.Length;

    public override void Write(byte[] value, Span<byte> to) => value.CopyTo(to);

    public override byte[] Read(ReadOnlySpan<byte> bytes) => bytes.ToArray();

    public override string Text(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes);
}
