using System.Security.Cryptography;
using System.Text;

namespace Qiansi.Engine.Packages;

/// <summary>Everything the answer to a resolution depends on.</summary>
/// <param name="References">The packages asked for.</param>
/// <param name="Sources">Sources that cells added, in their order.</param>
/// <param name="ConfigRoot">The folder whose NuGet.config applies first; null when only the user's apply.</param>
/// <param name="ConfigFiles">The NuGet.config files that apply, nearest first.</param>
/// <param name="PackagesFolder">Where packages are unpacked; null for NuGet's own choice.</param>
internal sealed record PackageSet(
    IReadOnlyList<PackageReference> References, IReadOnlyList<string> Sources, string? ConfigRoot,
    IReadOnlyList<string> ConfigFiles, string? PackagesFolder)
{
    /// <summary>Whether the answer can change when somebody publishes a version.</summary>
    public bool IsFloating => References.Any(r => r.IsFloating);

    /// <summary>A name for the cache: equal sets have equal keys, whatever the order of packages and the case of names.</summary>
    /// <param name="sdk">The SDK that would restore; another one may choose otherwise.</param>
    public string Key(DotnetSdk sdk)
    {
        var text = new StringBuilder();
        text.Append("2\n").Append(TargetPlatform.Framework).Append('\n').Append(TargetPlatform.RuntimeIdentifier).Append('\n')
            .Append(Environment.Version).Append('\n').Append(sdk.Version).Append('\n')
            .Append(PackagesFolder ?? Environment.GetEnvironmentVariable("NUGET_PACKAGES")).Append('\n');
        foreach (var reference in References.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase))
        {
            text.Append("package ").Append(reference.Name.ToLowerInvariant()).Append(' ')
                .Append(reference.VersionText.ToLowerInvariant()).Append('\n');
        }
        foreach (var source in Sources)
        {
            text.Append("source ").Append(source);
            // A newer package laid into a folder is seen at once; what a server has is asked for again when the entry is too old.
            if (IsFloating && Directory.Exists(source)) text.Append(' ').Append(Directory.GetLastWriteTimeUtc(source).Ticks);
            text.Append('\n');
        }
        foreach (var file in ConfigFiles)
        {
            var info = new FileInfo(file);
            text.Append("config ").Append(file).Append(' ').Append(info.LastWriteTimeUtc.Ticks)
                .Append(' ').Append(info.Length).Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 12));
    }
}
