using System.Text.Json.Serialization;

namespace Qiansi.Engine.Packages;

/// <summary>Reads and writes the cache's files without reflection, which would cost a tenth of a second at first use.</summary>
[JsonSerializable(typeof(PackageCache.Stored))]
internal sealed partial class ResolvedJson : JsonSerializerContext;
