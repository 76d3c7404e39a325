using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Qiansi.Tool.Tests.Sweeps;

/// <summary>A Slurm of its own on this machine, loopback only: munged, slurmctld and slurmd, without accounting and without
/// cgroups.</summary>
public sealed class SlurmCluster : IAsyncLifetime
{
    /// <summary>So small that sweeps have to be split.</summary>
    public const int MaxArraySize = 4;

    // Without blanks, which slurm.conf has no way to write.
    private readonly string _folder = Directory.CreateTempSubdirectory("slurm").FullName;

    /// <summary>Why there is none on this machine; null when there is.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() ? "Slurm runs on Linux."
        : ((string[])["munged", "slurmctld", "slurmd"]).FirstOrDefault(p => !File.Exists($"/usr/sbin/{p}")) is { } program
            ? $"{program} is not installed (Debian: slurmctld slurmd slurm-client munge)."
        : Environment.UserName != "root" ? "Slurm's daemons want to be started by root." : null;

    /// <summary>What its clients need to know.</summary>
    public KeyValuePair<string, string> Configuration => new("SLURM_CONF", Of("slurm.conf"));

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsLinux() || Missing is not null) return;
        // munged refuses a socket that others cannot get at.
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        foreach (var name in (string[])["state", "spool", "log"]) Directory.CreateDirectory(Of(name));
        File.WriteAllBytes(Of("munge.key"), RandomNumberGenerator.GetBytes(128));
        File.SetUnixFileMode(Of("munge.key"), UnixFileMode.UserRead);
        var host = Dns.GetHostName().Split('.')[0];
        var (controller, node) = (FreePort(), FreePort());
        File.WriteAllText(Of("slurm.conf"), $"""
            ClusterName=one
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={controller}
            SlurmdPort={node}
            SlurmUser=root
            AuthInfo=socket={Of("munge.socket")},cred_expire=5
            CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
            StateSaveLocation={Of("state")}
            SlurmdSpoolDir={Of("spool")}
            SlurmctldPidFile={PidFile("slurmctld")}
            SlurmdPidFile={PidFile("slurmd")}
            SlurmctldLogFile={Of("log")}/slurmctld
            SlurmdLogFile={Of("log")}/slurmd
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/affinity
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            ReturnToService=2
            KillWait=30
            MaxArraySize={MaxArraySize}
            NodeName={host} NodeAddr=127.0.0.1 CPUs={Environment.ProcessorCount}
            PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE

            """);
        await CallAsync("/usr/sbin/munged", $"--key-file={Of("munge.key")}", $"--socket={Of("munge.socket")}",
            $"--pid-file={PidFile("munged")}", $"--log-file={Of("log")}/munged", $"--seed-file={Of("munge.seed")}");
        await CallAsync("/usr/sbin/slurmctld", "-i");
        await CallAsync("/usr/sbin/slurmd");
        for (var tries = 0; (await CallAsync("sinfo", "--noheader", "--format=%T")).Trim() != "idle"; tries++)
        {
            if (tries == 100)
            {
                var log = File.ReadAllText(Path.Combine(Of("log"), "slurmctld"));
                await DisposeAsync();
                Assert.Fail("the cluster does not become idle: " + log);
            }

            await Task.Delay(200);
        }
    }

    /// <summary>Calls one of Slurm's programs and returns what it printed.</summary>
    public async Task<string> CallAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment[Configuration.Key] = Configuration.Value;
        using var process = Process.Start(start)!;
        // The daemons keep the standard output of the program that started them.
        var output = program.StartsWith("/usr/sbin/", StringComparison.Ordinal) ? Task.FromResult("")
            : process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output;
    }

    public ValueTask DisposeAsync()
    {
        // In the order of their starts reversed: the node, the controller, the credentials.
        foreach (var file in Enumerable.Reverse((string[])[PidFile("munged"), PidFile("slurmctld"), PidFile("slurmd")]).Where(File.Exists))
        {
            using var daemon = Process.GetProcessById(int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));
            using var kill = Process.Start("kill", [daemon.Id.ToString(CultureInfo.InvariantCulture)]);
            daemon.WaitForExit(TimeSpan.FromSeconds(10));
        }

        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Of(string name) => Path.Combine(_folder, name);

    private string PidFile(string daemon) => Of(daemon + ".pid");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
