using System.Text;
using System.Xml;

namespace Qiansi.Engine.Packages;

/// <summary>The project that is made only to have NuGet resolve its packages.</summary>
internal static class RestoreProject
{
    /// <summary>The project's file name.</summary>
    public const string FileName = "packages.csproj";

    /// <summary>Writes the project into a folder, shielded from whatever lies above that folder.</summary>
    /// <param name="folder">Made when missing.</param>
    /// <param name="set">What to resolve.</param>
    /// <param name="onlySource">The one source to ask instead of all configured ones, or null.</param>
    /// <param name="ignoreSilent">Whether sources that do not answer are passed over.</param>
    public static void Write(string folder, PackageSet set, string? onlySource = null, bool ignoreSilent = false)
    {
        Directory.CreateDirectory(folder);
        // The nearest of each of these wins, so an enclosing repository's central versions,
        // build customisations and pinned SDK do not apply.
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(folder, name), "<Project />\n");
        }
        File.WriteAllText(Path.Combine(folder, "Directory.Build.rsp"), "");
        File.WriteAllText(Path.Combine(folder, "global.json"), "{}\n");

        using var xml = XmlWriter.Create(Path.Combine(folder, FileName),
            new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("Project");
        xml.WriteAttributeString("Sdk", "Microsoft.NET.Sdk");
        xml.WriteStartElement("PropertyGroup");
        xml.WriteElementString("TargetFramework", TargetPlatform.Framework);
        xml.WriteElementString("RuntimeIdentifier", TargetPlatform.RuntimeIdentifier);
        xml.WriteElementString("SelfContained", "false");
        xml.WriteElementString("UseAppHost", "false");
        xml.WriteElementString("ManagePackageVersionsCentrally", "false");
        xml.WriteElementString("RestorePackagesWithLockFile", "false");
        xml.WriteElementString("NuGetAudit", "false");
        xml.WriteElementString("RestoreEnablePackagePruning", "true");
        if (set.PackagesFolder is { } packages) xml.WriteElementString("RestorePackagesPath", Escape(packages));
        if (set.ConfigRoot is { } root) xml.WriteElementString("RestoreRootConfigDirectory", Escape(root));
        if (ignoreSilent) xml.WriteElementString("RestoreIgnoreFailedSources", "true");
        if (onlySource is not null) xml.WriteElementString("RestoreSources", Escape(onlySource));
        else if (set.Sources.Count > 0)
            xml.WriteElementString("RestoreAdditionalProjectSources", string.Join(';', set.Sources.Select(Escape)));
        xml.WriteEndElement();

        xml.WriteStartElement("ItemGroup");
        xml.WriteStartElement("FrameworkReference");
        xml.WriteAttributeString("Include", "Microsoft.AspNetCore.App");
        xml.WriteEndElement();
        foreach (var reference in set.References)
        {
            xml.WriteStartElement("PackageReference");
            xml.WriteAttributeString("Include", reference.Name);
            xml.WriteAttributeString("Version", reference.VersionText);
            xml.WriteEndElement();
        }
        foreach (var name in ForeignPlatforms(set))
        {
            xml.WriteStartElement("PrunePackageReference");
            xml.WriteAttributeString("Include", name);
            xml.WriteAttributeString("Version", "32767.0.0");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // TorchSharp-cpu needs libtorch for every platform, 0.2 GB each: what is not for this one is neither fetched nor unpacked.
    private static IEnumerable<string> ForeignPlatforms(PackageSet set) =>
        ((string[])["linux-x64", "linux-arm64", "osx-arm64", "osx-x64", "win-x64", "win-arm64"])
            .Where(platform => platform != TargetPlatform.RuntimeIdentifier).Select(platform => $"libtorch-cpu-{platform}")
            .Except(set.References.Select(r => r.Name), StringComparer.OrdinalIgnoreCase);

    // The characters MSBuild gives a meaning.
    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if ("%$@';?*()".Contains(c)) text.Append('%').Append(((int)c).ToString("x2"));
            else text.Append(c);
        }
        return text.ToString();
    }
}
