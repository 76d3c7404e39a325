using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Qiansi.Engine.CSharp;
using Qiansi.Engine.CSharp.State;
using Qiansi.Runtime;

namespace Qiansi.Engine.Running;

/// <summary>
/// Keeps exceptions that nobody caught on a thread, in a timer, a pool item, an <c>async void</c> or a finalizer of a cell
/// from ending the process, and shows them at the cell that started the work.
/// </summary>
/// <remarks>
/// By the time the runtime calls an exception unhandled, it has taken the cell's context off the thread again.
/// So the cell is noted when the exception is thrown; where none is known even then (finalizers, work queued without its context), it is
/// that of the session whose code threw which ran last. Exceptions outside of cells end the process as ever.
/// </remarks>
internal static class UnhandledExceptions
{
    private static readonly Lock Gate = new();
    private static bool _installed;

    [ThreadStatic]
    private static (Exception Exception, ICSharpCell Cell)? t_thrown;

    /// <summary>Installs the handler, once a process; a host that has its own keeps that.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (_installed) return;
            _installed = true;
            try
            {
                ExceptionHandling.SetUnhandledExceptionHandler(Handle);
            }
            catch (InvalidOperationException)
            {
                return;
            }

            AppDomain.CurrentDomain.FirstChanceException += (_, e) => Note(e.Exception);
        }
    }

    private static void Note(Exception exception)
    {
        // What the cell thread throws is caught there; noting it would only keep it alive.
        if (CurrentCell.Context is ICSharpCell cell && SynchronizationContext.Current is not CellSynchronizationContext)
            t_thrown = (exception, cell);
    }

    private static bool Handle(Exception exception)
    {
        if (CellOf(exception) is not { } cell) return false;
        t_thrown = null;
        cell.Fail(exception);
        return true;
    }

    private static ICSharpCell? CellOf(Exception exception)
    {
        var exceptions = WithInner(exception).ToList();
        if (t_thrown is { } thrown && exceptions.Contains(thrown.Exception)) return thrown.Cell;
        if (CurrentCell.Context is ICSharpCell cell) return cell;
        return exceptions.SelectMany(e => new StackTrace(e).GetFrames())
            .Select(f => f.GetMethod()?.Module.Assembly is { } assembly
                ? AssemblyLoadContext.GetLoadContext(assembly) as CellLoadContext : null)
            .FirstOrDefault(c => c is not null)?.Latest;
    }

    private static IEnumerable<Exception> WithInner(Exception exception) => exception is AggregateException many
        ? many.InnerExceptions.SelectMany(WithInner).Prepend(exception)
        : exception.InnerException is { } inner ? WithInner(inner).Prepend(exception) : [exception];
}
