using Qiansi.Engine.Directives;
using Qiansi.Runtime;

namespace Qiansi.Engine.CSharp.State;

/// <summary>Carries from cell to cell what flows with the code: the culture, and the values of <see cref="AsyncLocal{T}"/>.</summary>
internal sealed class CellFlow
{
    private ExecutionContext? _kept;

    /// <summary>Starts a cell's code where the one before has ended, and keeps what it sets. Which cell runs, and for which file,
    /// is of now.</summary>
    public Task<object?> Start(Submission submission)
    {
        var (mark, file) = (CurrentCell.Mark, ImportedFile.Current);
        if ((_kept ?? ExecutionContext.Capture()) is not { } context) return submission.Start();
        Task<object?> task = null!;
        ExecutionContext.Run(context, _ =>
        {
            (CurrentCell.Mark, ImportedFile.Current) = (mark, file);
            task = submission.Start();
            Keep();
            if (!task.IsCompleted) KeepAtEnd(task);
        }, null);
        return task;
    }

    private void Keep() => _kept = ExecutionContext.Capture() ?? _kept;

    /// <summary>A continuation that carries no context of its own runs in the one in which the code has ended.</summary>
    private void KeepAtEnd(Task task)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
            task.ContinueWith(_ => Keep(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
