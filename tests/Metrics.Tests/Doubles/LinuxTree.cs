namespace Qiansi.Metrics.Tests.Doubles;

/// <summary>Files as a Linux system with two processors has them.</summary>
internal static class LinuxTree
{
    /// <summary>Writes the files of one moment.</summary>
    /// <param name="tree">Where.</param>
    /// <param name="busy">Ticks of computing, twice that on the first processor and none on the second.</param>
    /// <param name="sectors">Read from the disk, and half of it written.</param>
    /// <param name="received">Bytes in; a tenth went out.</param>
    public static TemporaryTree WriteLinux(this TemporaryTree tree, int busy = 0, long sectors = 0, long received = 0) => tree
        .Write("proc/stat", $"""
            cpu  {busy} 0 {busy} {4000 + 2 * busy} 0 0 0 0 0 0
            cpu0 {2 * busy} 0 0 1000 0 0 0 0 0 0
            cpu1 0 0 0 {3000 + 2 * busy} 0 0 0 0 0 0
            intr 11965485 0 0
            ctxt 72830403

            """)
        .Write("proc/meminfo",
            "MemTotal:       25165824 kB\nMemFree:         1000000 kB\nMemAvailable:   18874368 kB\nBuffers:          100000 kB\n")
        .Write("proc/self/statm", "900000 262144 5000 10 0 40000 0\n")
        .Write("proc/self/stat",
            "4711 (a (strange) name) S 1 4711 4711 0 -1 4194304 96 0 0 0 5 6 0 0 20 0 37 0 1228062 3133440 356 18446744073709551615\n")
        .Write("proc/self/cgroup", "0::/\n")
        .Write("proc/diskstats", $"""
               7       0 loop0 9 9 999999 9 9 9 999999 9 0 0 0
             259       0 nvme0n1 100 5 {sectors} 70 200 6 {sectors / 2} 80 0 60 150
             259       1 nvme0n1p1 90 5 {sectors} 70 190 6 {sectors / 2} 80 0 60 150

            """)
        .Write("sys/block/nvme0n1/size", "1").Write("sys/block/loop0/size", "1")
        .Write("proc/net/dev", $"""
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                lo: 999999999 9 0 0 0 0 0 0 999999999 9 0 0 0 0 0 0
              eth0:{received} 7 0 0 0 0 0 0 {received / 10} 7 0 0 0 0 0 0
            docker0: 888888 9 0 0 0 0 0 0 888888 9 0 0 0 0 0 0

            """);
}
