using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Server.Http;

namespace Qiansi.Server.Kernels;

/// <summary>The kernels there are: this program's own, which needs no installation, and all installed kernelspecs.</summary>
internal sealed class KernelCatalog(KernelOffer own)
{
    private static readonly string[] LogoNames = ["logo-svg.svg", "logo-64x64.png", "logo-32x32.png", "kernel.js", "kernel.css"];

    /// <summary>The one that is started when none is named.</summary>
    public KernelOffer Own => own;

    /// <summary>All, our own first; an installed one of the same name is hidden by it.</summary>
    public IReadOnlyList<KernelOffer> All() => [own, .. KernelSpecFinder.All().Where(s => !IsOwn(s.Name)).Select(FromSpec)];

    /// <summary>The kernel of a name; our own when null or empty.</summary>
    /// <exception cref="HttpFailure">404: there is none of this name.</exception>
    public KernelOffer Find(string? name)
    {
        if (string.IsNullOrEmpty(name) || IsOwn(name)) return own;
        try
        {
            return FromSpec(KernelSpecFinder.Find(name));
        }
        catch (KernelSpecException e)
        {
            throw new HttpFailure(404, e.Message, "kernelspec not found");
        }
    }

    public bool IsOwn(string name) => string.Equals(name, own.Name, StringComparison.OrdinalIgnoreCase);

    private static KernelOffer FromSpec(KernelSpec spec) => new(spec.Name, spec.DisplayName, spec.Language, KernelLaunch.FromSpec(spec))
    {
        Resources = LogoNames.Select(n => KeyValuePair.Create(n, Path.Combine(spec.Folder, n))).Where(p => File.Exists(p.Value))
            .ToDictionary(p => p.Key, p => (Func<byte[]>)(() => File.ReadAllBytes(p.Value))),
    };
}
