using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Todoku.Cli.Batch;
using Todoku.Cli.Terminal;

namespace Todoku.Cli.Tests.Batch;

public sealed class JsonLinesTests
{
    [Fact]
    public void Answers_come_in_the_order_of_the_lines()
    {
        var lines = string.Concat(Enumerable.Range(0, 500).Select(i => $$"""{"id":{{i}},"text":"x"}""" + "\n"));
        var slow = new TaskCompletionSource();

        var output = Run(lines, async (request, json) =>
        {
            // The first line ends when a later one of its block has begun.
            if (request.Number("id") == 0) await slow.Task;
            if (request.Number("id") == JsonLineBlock.MaxUnderway - 1) slow.SetResult();
            json.WriteString("result"u8, request.RequiredText("text"));
        });

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $$"""{"id":{{i}},"result":"x"}"""), output);
    }

    [Theory]
    [InlineData("{", """{"id":null,"error":"the line is not valid JSON, at byte 1"}""")]
    [InlineData("[1]", """{"id":null,"error":"the line is not a JSON object"}""")]
    [InlineData("\u00ff", """{"id":null,"error":"the line is not valid JSON, at byte 0"}""")]
    [InlineData("""{"text":"a"}""", """{"id":null,"result":"a"}""")]
    [InlineData("""{"id":"\u0041\ud800","text":"a"}""", """{"id":"\u0041\ud800","result":"a"}""")]
    [InlineData("""{"id":7}""", """{"id":7,"error":"\"text\" is missing"}""")]
    [InlineData("""{"id":7,"text":5}""", """{"id":7,"error":"\"text\" is not a text"}""")]
    [InlineData("""{"id":7,"text":"\ud800"}""", """{"id":7,"error":"\"text\" holds invalid UTF-8 or half of a surrogate pair"}""")]
    [InlineData("""{"id":7,"text":"bug"}""", """{"id":7,"error":"this is a mistake in todoku: InvalidCastException: bug"}""")]
    [InlineData("""{"id":7,"text":"file"}""", """{"id":7,"error":"no such file"}""")]
    public void A_wrong_line_is_answered_and_the_batch_goes_on(string line, string expected)
    {
        var output = Run($"{line}\n\n{{\"id\":8,\"text\":\"next\"}}", (request, json) =>
        {
            var text = request.RequiredText("text");
            json.WriteString("result"u8, text);
            if (text == "bug") throw new InvalidCastException("bug");
            if (text == "file") throw new IOException("no such file");
            return ValueTask.CompletedTask;
        });

        Assert.Equal([expected, """{"id":8,"result":"next"}"""], output);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void A_line_that_is_too_long_is_one_error(int more)
    {
        var output = Run($$"""{"id":1,"text":"{{new string('x', LineBlockReader.MaxLine + more)}}"}""" + "\n" + """{"id":2,"text":"next"}""" + "\n", Echo);

        Assert.Equal(["""{"id":null,"error":"the line is too long"}""", """{"id":2,"result":"next"}"""], output);
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_comes()
    {
        var (input, output) = (new Pipe(), new Pipe());
        var console = Console(input.Reader.AsStream(), output.Writer.AsStream());
        var running = Task.Run(() => new JsonLines(console, Echo).Run());
        using var answers = new StreamReader(output.Reader.AsStream());

        for (var i = 0; i < 3; i++)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($$"""{"id":{{i}},"text":"x"}""" + "\n"));
            Assert.Equal($$"""{"id":{{i}},"result":"x"}""", await answers.ReadLineAsync());
        }
        await input.Writer.CompleteAsync();

        Assert.Equal(0, await running);
    }

    private static ValueTask Echo(JsonLineRequest request, Utf8JsonWriter json)
    {
        json.WriteString("result"u8, request.RequiredText("text"));
        return ValueTask.CompletedTask;
    }

    private static string[] Run(string input, Func<JsonLineRequest, Utf8JsonWriter, ValueTask> evaluate)
    {
        var output = new MemoryStream();
        Assert.Equal(0, new JsonLines(Console(new MemoryStream(Encoding.UTF8.GetBytes(input)), output), evaluate).Run());
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static CliConsole Console(Stream input, Stream output) => new()
    {
        OpenInput = () => input,
        Output = output,
        Error = TextWriter.Null,
        Environment = new Dictionary<string, string>(),
        Time = TimeProvider.System,
    };
}
