using System.Buffers.Binary;
using System.Globalization;

namespace Qiansi.BPlus.Codecs;

/// <summary>Eight bytes, the highest first and the sign turned round.</summary>
internal sealed class LongCodec : Codec<long>
{
    public override DataKind Kind => DataKind.Long;

    public override int Length(long value) => sizeof(long);

    public override void Write(long value, Span<byte> to) => BinaryPrimitives.WriteInt64BigEndian(to, value ^ long.MinValue);

    public override long Read(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64BigEndian(bytes) ^ long.MinValue;

    public override string Text(ReadOnlySpan<byte> bytes) => Read(bytes).ToString(CultureInfo.InvariantCulture);
}
