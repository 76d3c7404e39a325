using System.Text;

namespace Qiansi.BPlus.Codecs;

/// <summary>UTF-8, whose order is that of code points.</summary>
internal sealed class TextCodec : Codec<string>
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override DataKind Kind => DataKind.Text;

    public override int Length(string value) => Utf8.GetByteCount(value);

    public override void Write(string value, Span<byte> to) => Utf8.GetBytes(value, to);

    public override string Read(ReadOnlySpan<byte> bytes) => Utf8.GetString(bytes);

    public override string Text(ReadOnlySpan<byte> bytes) => Read(bytes);
}
