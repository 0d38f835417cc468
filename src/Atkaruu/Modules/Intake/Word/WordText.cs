using System.Text;
using Atkaruu.Modules.Intake.Office;
using Atkaruu.Modules.Intake.Tables;

namespace Atkaruu.Modules.Intake.Word;

/// <summary>
/// The words of a paragraph or a cell as they come from the file: split runs put together, deleted and hidden text left
/// out, breaks as line ends.
/// </summary>
internal sealed class WordText
{
    private readonly StringBuilder _text = new();
    private bool _hidden;

    /// <summary>Takes in what begins at this element, when it is part of a text; tells whether it was.</summary>
    public bool Take(BoundedXml xml)
    {
        switch (xml.Name)
        {
            case "r": _hidden = false; break;
            case "vanish": _hidden = xml.Attribute("val") is not ("0" or "false" or "off"); break;
            case "t": TakeText(xml); break;
            case "tab" or "ptab": Add(" "); break;
            case "br" or "cr": Add("\n"); break;
            case "noBreakHyphen": Add("-"); break;
            case "softHyphen": Add("\u00ad"); break;
            default: return false;
        }
        return true;
    }

    public void EndParagraph() => Add("\n");

    public void Add(string text)
    {
        if (!_hidden && _text.Length <= TableLimits.RawCell) _text.Append(text);
    }

    public bool IsTooLong => _text.Length > TableLimits.RawCell;

    public override string ToString() => _text.ToString();

    private void TakeText(BoundedXml xml)
    {
        if (xml.IsEmpty) return;
        while (xml.Read() && !xml.Ends("t"))
            if (xml.IsText && !_hidden) xml.AddTextTo(_text, TableLimits.RawCell);
    }
}
