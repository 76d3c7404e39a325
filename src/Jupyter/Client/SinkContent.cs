using Qiansi.Contracts;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Client;

/// <summary>What messages of a kernel put out, as the calls of a sink.</summary>
public static class SinkContent
{
    extension(IOutputSink sink)
    {
        /// <summary>Puts out what a message holds; nothing when it is no output.</summary>
        public void Take(MessageContent content)
        {
            switch (content)
            {
                case StreamText stream:
                    sink.Write(stream.Name == "stderr" ? StandardStream.Error : StandardStream.Output, stream.Text);
                    break;
                case DisplayData display:
                    sink.Display(display.Data, display.DisplayId);
                    break;
                case UpdateDisplayData { DisplayId: { } id } update:
                    sink.UpdateDisplay(update.Data, id);
                    break;
                case ErrorContent error:
                    sink.Error(new(error.Name, error.Value, error.Traceback));
                    break;
                case ClearOutput clear:
                    sink.ClearOutput(clear.Wait);
                    break;
                default:
                    break;
            }
        }
    }
}
