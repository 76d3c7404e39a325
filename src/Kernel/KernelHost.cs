using System.Runtime.InteropServices;
using Qiansi.Engine;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Kernel;

/// <summary>A Jupyter kernel around one session: what <c>nb kernel --connection-file F</c> runs.</summary>
/// <remarks>Heartbeat, control, stdin, iopub and shell each have a thread of their own and none needs the thread pool,
/// so a cell that takes every thread and every core of it can still be interrupted.</remarks>
public static class KernelHost
{
    private static readonly TimeSpan DisposeLimit = TimeSpan.FromSeconds(1);

    /// <summary>Serves the front ends of a connection file; blocks until one asks for the end, the parent process dies,
    /// or SIGTERM comes.</summary>
    /// <param name="connectionFile">Path of the connection file.</param>
    /// <param name="createSession">Makes the session; called once, on another thread, while the front end is already answered.</param>
    /// <returns>The exit code; give it to <see cref="Environment.Exit"/>, because a cell's own threads may still be running.</returns>
    /// <exception cref="ConnectionFileException">The connection file cannot be used, or its addresses cannot be had.</exception>
    public static int Run(string connectionFile, Func<Session> createSession)
    {
        var connection = ConnectionInfo.Read(connectionFile);
        var codec = new MessageCodec(new(connection.Key));
        var sessionId = Guid.NewGuid().ToString("N");
        using var sockets = Bind(connectionFile, connection, codec, sessionId);
        using var iopub = new IopubPublisher(sockets.Iopub, codec, sessionId);
        var session = Task.Factory.StartNew(createSession, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        using var life = new KernelLife(session, iopub);
        var input = new InputChannel(sockets.Stdin, codec, iopub, sessionId);
        var history = HistoryStore.ForThisProcess();
        var comms = new CommDispatcher(life, iopub);
        var control = new ControlLoop(new(sockets.Control, codec, iopub, sessionId, "control"), life, iopub, connection, history);
        var shell = new ShellLoop(new(sockets.Shell, codec, iopub, sessionId, "shell"), life, new(life, iopub, input, history),
            comms, history, iopub, connection);
        iopub.Announce(null, new StatusContent("starting"));
        Start("heartbeat", () => Echo(sockets.Heartbeat, life.Ending));
        Start("control", control.Run);
        Start("stdin", () => input.Run(life.Ending));
        Start("shell", shell.Run);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            life.Interrupt();
        });
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            life.End();
        });
        ParentWatch.Start(() =>
        {
            KernelLog.Write("The program that started this kernel has ended, so the kernel ends too.");
            RemoveConnection(connectionFile);
            life.End();
        });
        life.WaitForEnd();
        DisposeSession(session);
        return 0;
    }

    /// <summary>As <see cref="Run"/>, as the whole purpose of this process: ends it,
    /// and what the cells have started and left running.</summary>
    /// <exception cref="ConnectionFileException">The connection file cannot be used, or its addresses cannot be had.</exception>
    public static void RunAsProcess(string connectionFile, Func<Session> createSession)
    {
        var exitCode = Run(connectionFile, createSession);
        ChildProcesses.End();
        Environment.Exit(exitCode);
    }

    private static KernelSockets Bind(string connectionFile, ConnectionInfo connection, MessageCodec codec, string sessionId)
    {
        try
        {
            return new(connection, codec, sessionId);
        }
        catch (Exception e) when (e is ZmtpException or ArgumentException or System.Net.Sockets.SocketException)
        {
            throw new ConnectionFileException($"Connection file '{connectionFile}': {e.Message}", e);
        }
    }

    private static void Start(string name, Action run) =>
        new Thread(new ThreadStart(run), 1024 * 1024) { IsBackground = true, Name = name }.Start();

    private static void Echo(RepSocket heartbeat, CancellationToken ending)
    {
        try
        {
            while (true) heartbeat.TrySend(heartbeat.Receive(ending));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The kernel ends.
        }
    }

    /// <summary>Whoever wrote the file is gone and cannot remove it.</summary>
    private static void RemoveConnection(string connectionFile)
    {
        try
        {
            File.Delete(connectionFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            KernelLog.Write($"{connectionFile} could not be removed: {e.Message}");
        }
    }

    private static void DisposeSession(Task<Session> session)
    {
        if (!session.IsCompletedSuccessfully) return;
        session.Result.Interrupt();
        // A cell that cannot be stopped must not keep the process.
        var disposing = new Thread(session.Result.Dispose) { IsBackground = true, Name = "session-end" };
        disposing.Start();
        disposing.Join(DisposeLimit);
    }
}
