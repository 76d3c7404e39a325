using Qiansi.Contracts;
namespace Qiansi.Engine.Display;

internal static class ValueRenderer { public static MimeBundle Render(object? value, IReadOnlyList<string> m) => MimeBundle.Plain(value?.ToString() ?? "null"); }
