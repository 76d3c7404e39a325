using Qiansi.Jupyter.Client;

namespace Qiansi.Server.Kernels;

/// <summary>Starts kernels: our own from the spare when there is one.</summary>
internal sealed class KernelStarter(KernelCatalog catalog, SpareKernel? spare, Action<string> log)
{
    /// <exception cref="KernelStartException">It did not start.</exception>
    public async Task<KernelLink> StartAsync(KernelOffer offer, string folder, string? sessionName, CancellationToken cancellation)
    {
        if (catalog.IsOwn(offer.Name) && spare is not null && await spare.TakeAsync(folder, sessionName, cancellation) is { } link)
            return link;
        return await KernelLink.StartAsync(offer.Launch with { WorkingDirectory = folder, SessionName = sessionName }, log, cancellation);
    }
}
