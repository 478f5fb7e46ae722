using System.Globalization;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Logs;

namespace Todoku.Cli.Diagnose;

/// <summary>
/// One line on a terminal that says how far the reading is, at what rate, and how long it will take. Comes only when the reading
/// takes long enough to wonder, and is wiped when it ends.
/// </summary>
internal sealed class ProgressLine(CliConsole console, ProgressTexts texts) : IDisposable
{
    private const int BarWidth = 24;
    private const int FileWidth = 28;
    private const double Megabyte = 1_000_000;

    private static readonly TimeSpan FirstAfter = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(150);

    private readonly long _began = console.Time.GetTimestamp();
    private TimeSpan _next = FirstAfter;
    private bool _isShown;

    /// <summary>Shows how far it is; may be called as often as one likes.</summary>
    public void Show(ReadProgress progress)
    {
        var elapsed = console.Time.GetElapsedTime(_began);
        if (elapsed < _next) return;
        _next = elapsed + Every;
        _isShown = true;
        console.Error.Write($"\r{Columns.Cut(Text(progress, elapsed), console.Width() - 1)}\e[K");
    }

    public void Dispose()
    {
        if (_isShown) console.Error.Write("\r\e[K");
    }

    private string Text(ReadProgress progress, TimeSpan elapsed)
    {
        var rate = progress.BytesRead / elapsed.TotalSeconds;
        var speed = string.Create(CultureInfo.InvariantCulture, $"{rate / Megabyte:0} MB/s");
        var file = Columns.Left(VisibleText.Escape(Path.GetFileName(progress.File)), FileWidth);
        // Compressed files give more than they hold, so the share may not be known well; it never goes past the end.
        if (progress.BytesTotal <= 0 || progress.BytesRead > progress.BytesTotal)
            return $"{file} {texts.Lines(progress.Lines.ToString("N0", CultureInfo.InvariantCulture))}  {speed}";
        var share = (double)progress.BytesRead / progress.BytesTotal;
        var filled = (int)(share * BarWidth);
        var left = TimeSpan.FromSeconds((progress.BytesTotal - progress.BytesRead) / Math.Max(rate, 1));
        return $"{file} {new string('█', filled)}{new string('░', BarWidth - filled)} {(int)(share * 100),3} %  {speed}  {texts.Left(left)}";
    }
}
