using Qiansi.Server.Kernels;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Lab;

/// <summary>This program's kernel, as the server offers it.</summary>
internal static class LabKernel
{
    private static readonly string[] Logos = ["logo-svg.svg", "logo-64x64.png", "logo-32x32.png"];

    public static KernelOffer Offer { get; } = new(OwnKernel.Launch.KernelName!, OwnKernel.Launch.DisplayName, "C#", OwnKernel.Launch)
    {
        Resources = Logos.ToDictionary(name => name, name => (Func<byte[]>)(() => Logo(name))),
    };

    private static byte[] Logo(string name)
    {
        using var stream = typeof(LabKernel).Assembly.GetManifestResourceStream("Install.Logo." + name)
            ?? throw new InvalidOperationException($"The tool was built without its file src/Tool/Install/Logo/{name}; build it again.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
