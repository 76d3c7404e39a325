using Qiansi.Jupyter.Zmtp;
using static Qiansi.Jupyter.Tests.Zmtp.Messages;

namespace Qiansi.Jupyter.Tests.Zmtp;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("udp://127.0.0.1:1", "neither tcp://host:port nor ipc://path")]
    [InlineData("tcp://127.0.0.1", "neither tcp://host:port nor ipc://path")]
    [InlineData("ipc://", "neither tcp://host:port nor ipc://path")]
    [InlineData("tcp://127.0.0.1:http", "port 'http'")]
    [InlineData("tcp://127.0.0.1:65536", "port '65536'")]
    [InlineData("tcp://eth0:1", "not to 'eth0'")]
    public async Task BadEndpointsAreNamed(string endpoint, string reason)
    {
        await using var socket = new DealerSocket();
        var fault = Assert.Throws<ArgumentException>(() => socket.Bind(endpoint));
        Assert.Contains(endpoint, fault.Message);
        Assert.Contains(reason, fault.Message);
    }

    [Fact]
    public async Task WildcardsAreForBindingOnly()
    {
        await using var socket = new DealerSocket();
        Assert.Throws<ArgumentException>(() => socket.Connect("tcp://127.0.0.1:*"));
        Assert.Throws<ArgumentException>(() => socket.Connect("tcp://*:5"));
        Assert.Throws<ArgumentException>(() => socket.Connect("ipc://*"));
        Assert.Throws<ArgumentException>(() => socket.Connect("ipc:///" + new string('x', 200)));
    }

    [Fact]
    public async Task AddressInUseIsSaid()
    {
        await using var one = new DealerSocket();
        await using var two = new DealerSocket();
        var endpoint = one.Bind("tcp://127.0.0.1:*");
        Assert.Matches(@"^tcp://127\.0\.0\.1:[1-9]\d+$", endpoint);
        Assert.Contains(endpoint, Assert.Throws<ZmtpException>(() => two.Bind(endpoint)).Message);
    }

    [Fact]
    public async Task NameIsResolved()
    {
        await using var rep = new RepSocket();
        await using var req = new ReqSocket();
        var endpoint = rep.Bind("tcp://*:*");
        req.Connect(endpoint.Replace("0.0.0.0", System.Net.Dns.GetHostName()));
        await req.SendAsync(Of("x"), Within());
        Assert.Equal("x", (await rep.ReceiveAsync(Within())).Text());
    }

    [Fact]
    public async Task SocketFileLivesAsLongAsItsSocketAndAStaleOneIsReplaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ipc is tested on Unix");
        var path = Path.Combine(Path.GetTempPath(), $"zmtp test {Guid.NewGuid():N}");
        var endpoint = "ipc://" + path;
        using (var stale = new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified))
        {
            // A hard link outlives the socket, as the file does when its process was killed.
            stale.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(path + "~"));
            Assert.Equal(0, link(path + "~", path));
        }

        Assert.True(File.Exists(path));
        await using (var rep = new RepSocket())
        {
            Assert.Equal(endpoint, rep.Bind(endpoint));
            await using var other = new RepSocket();
            Assert.Contains(path, Assert.Throws<ZmtpException>(() => other.Bind(endpoint)).Message);
            await using var req = new ReqSocket();
            req.Connect(endpoint);
            await req.SendAsync(Of("x"), Within());
            Assert.Equal("x", (await rep.ReceiveAsync(Within())).Text());
        }

        Assert.False(File.Exists(path));
        await File.WriteAllTextAsync(path, "", Within());
        await using var third = new RepSocket();
        Assert.Throws<ZmtpException>(() => third.Bind(endpoint));
        Assert.True(File.Exists(path), "a file that is no socket is not ours to delete");
        File.Delete(path);

        [System.Runtime.InteropServices.DllImport("libc", CharSet = System.Runtime.InteropServices.CharSet.Ansi)]
        static extern int link(string from, string to);
    }

    [Fact]
    public async Task AbstractNamesWorkOnLinux()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "abstract socket names are Linux's");
        var endpoint = $"ipc://@zmtp-test-{Guid.NewGuid():N}";
        await using var rep = new RepSocket();
        await using var req = new ReqSocket();
        Assert.Equal(endpoint, rep.Bind(endpoint));
        req.Connect(endpoint);
        await req.SendAsync(Of("x"), Within());
        Assert.Equal("x", (await rep.ReceiveAsync(Within())).Text());
    }
}
