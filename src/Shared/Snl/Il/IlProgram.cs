using System.Runtime.ExceptionServices;
using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Tm;

namespace Qiansi.Snl.Il;

/// <summary>A program as .NET methods, which the runtime compiles to native code and collects when they are no longer needed.</summary>
public sealed class IlProgram
{
    /// <summary>Stack of the thread a program runs on, in bytes; taken page by page as it grows.</summary>
    private const int StackSize = 256 << 20;

    private readonly Action<IlState> _main;
    private readonly SourceText _source;
    private readonly int _words;

    private IlProgram(Action<IlState> main, SourceText source, int words) => (_main, _source, _words) = (main, source, words);

    /// <summary>Makes the methods of a program.</summary>
    public static IlProgram Generate(IrProgram program, SourceText source) => new(IlGenerator.Generate(program), source,
        // Without procedures there is one activation record.
        program.Procedures.Count > 1 ? int.MaxValue : TmProgram.GlobalFrame + program.Procedures[0].Scope.FrameSize);

    /// <summary>Runs the program to its end, on a thread of its own.</summary>
    /// <param name="console">Where it reads and writes.</param>
    /// <param name="dataWords">Words of memory for variables that are not in registers.</param>
    /// <param name="cancellation">Stops it at the next turn of a loop or call.</param>
    /// <param name="variables">What its variables are at its start; when it has run to its end, what they were then.</param>
    public RunResult Run(IProgramConsole console, int dataWords = Compilation.DefaultWords, CancellationToken cancellation = default,
        ProgramVariables? variables = null)
    {
        var state = new IlState(console, Math.Min(dataWords, _words));
        variables?.CopyTo(state.Memory);
        var result = new RunResult(StopReason.Halted, null, 0);
        ExceptionDispatchInfo? failure = null;
        using var registration = cancellation.Register(() => state.Stop = 1);
        var thread = new Thread(Body, StackSize) { IsBackground = true, Name = "SNL program" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;

        void Body()
        {
            try
            {
                if (cancellation.IsCancellationRequested) IlState.Cancelled();
                _main(state);
                variables?.CopyFrom(state.Memory);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                result = new(StopReason.Cancelled, null, 0);
            }
            catch (FaultException e)
            {
                result = Faulted(e);
            }
            catch (InputException e)
            {
                result = Faulted(state.Blame(e));
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    private RunResult Faulted(FaultException e) =>
        new(StopReason.Faulted, new TmFault(e.Kind, -1, e.Message, _source.PositionOf(e.Offset)), 0);
}
