using System.Diagnostics.CodeAnalysis;

namespace Qiansi.Engine.Display;

/// <summary>Runs formatters where they can do no harm: on a thread of their own with a large stack, for a limited time.</summary>
internal static class RenderThread
{
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>The value of <paramref name="render"/>, or false when it takes too long.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <remarks>A thread that is still busy then is left behind: .NET cannot end it.
    /// It is a background thread and does not keep the process alive.</remarks>
    public static bool TryRun<T>(Func<T> render, TimeSpan limit, CancellationToken cancellation, [MaybeNullWhen(false)] out T value)
    {
        var task = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(render, task), StackBytes) { IsBackground = true, Name = "Formatting a value" };
        thread.Start();
        if (!task.Task.Wait(limit, cancellation))
        {
            value = default;
            return false;
        }

        value = task.Task.GetAwaiter().GetResult();
        return true;
    }

    private static void Run<T>(Func<T> render, TaskCompletionSource<T> task)
    {
        try
        {
            task.TrySetResult(render());
        }
        catch (Exception e)
        {
            task.TrySetException(e);
        }
    }
}
