using Microsoft.DotNet.Interactive.Formatting;

namespace Qiansi.Engine.Display;

/// <summary>A value inside another: formatted through this, its formatter sees a <see cref="FormatContext.Depth"/>
/// above 1 and can be brief.</summary>
/// <param name="Value">The value.</param>
[TypeFormatterSource(typeof(NestedValueFormatters))]
internal sealed record NestedValue(object Value);
