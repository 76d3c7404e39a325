using System.Net.NetworkInformation;

namespace Qiansi.Metrics.Sampling.Readers;

/// <summary>What the runtime tells on every system; for Windows and macOS, which have no <c>/proc</c>.</summary>
internal static class PortableReader
{
    /// <summary>Said in the panel, so that an empty place is no riddle.</summary>
    public const string NotAvailable = "CPU of the machine and per core, disks and threads: not available on this system";

    /// <summary>Memory the runtime counts with: the machine's, or the container's limit; and what of it is in use.</summary>
    public static (long Total, long Used) Memory()
    {
        var memory = GC.GetGCMemoryInfo();
        return (memory.TotalAvailableMemoryBytes, memory.MemoryLoadBytes);
    }

    /// <summary>Bytes over all interfaces that are up, loopback and tunnels left out.</summary>
    public static (long Received, long Sent) Network()
    {
        long received = 0, sent = 0;
        foreach (var network in NetworkInterface.GetAllNetworkInterfaces())
        {
            if (network.OperationalStatus != OperationalStatus.Up
                || network.NetworkInterfaceType is NetworkInterfaceType.Loopback or NetworkInterfaceType.Tunnel) continue;
            var statistics = network.GetIPStatistics();
            received += statistics.BytesReceived;
            sent += statistics.BytesSent;
        }

        return (received, sent);
    }
}
