using System.Globalization;
using System.Text;

namespace Todoku.Relay.Operating.Metrics;

/// <summary>Writes figures in the text format of Prometheus, version 0.0.4: each family with HELP and TYPE, its samples behind it.</summary>
internal sealed class PrometheusText
{
    /// <summary>The type of what it writes, for HTTP.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new(16_384);

    /// <summary>Begins a counter: it only grows while the process lives.</summary>
    public void Counter(string name, string help) => Family(name, "counter", help);

    /// <summary>Begins a gauge.</summary>
    public void Gauge(string name, string help) => Family(name, "gauge", help);

    /// <summary>A sample; its labels by name.</summary>
    public void Sample(string name, double value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        _text.Append(name);
        for (var i = 0; i < labels.Length; i++)
        {
            _text.Append(i == 0 ? '{' : ',').Append(labels[i].Name).Append("=\"");
            Escape(labels[i].Value, isLabel: true);
            _text.Append('"');
        }
        if (labels.Length > 0) _text.Append('}');
        _text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>A family with one sample and no labels.</summary>
    public void GaugeOf(string name, double value, string help)
    {
        Gauge(name, help);
        Sample(name, value);
    }

    /// <summary>A family with one sample and no labels.</summary>
    public void CounterOf(string name, double value, string help)
    {
        Counter(name, help);
        Sample(name, value);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Family(string name, string type, string help)
    {
        _text.Append("# HELP ").Append(name).Append(' ');
        Escape(help, isLabel: false);
        _text.Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
    }

    private void Escape(string value, bool isLabel)
    {
        foreach (var c in value)
        {
            if (c == '\\') _text.Append("\\\\");
            else if (c == '\n') _text.Append("\\n");
            else if (c == '"' && isLabel) _text.Append("\\\"");
            else _text.Append(c);
        }
    }
}
